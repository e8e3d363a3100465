import lm_eval

lm_eval.simple_evaluate(model="hf", model_args="pretrained=acme/judged,dtype=auto", tasks=["hellaswag"])
