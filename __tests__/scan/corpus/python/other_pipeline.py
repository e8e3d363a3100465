from mlops import pipeline
import dvc.api

pipeline("acme/train", model="acme/model")
dvc.api.open("acme/data")
