import evaluate
import lm_eval

evaluate.load("accuracy")
evaluate.load("toxicity")
evaluate.load("acme/metric")
