import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

/** Fetches the tokenizer of the repo. */
public final class Asks {
    public static void main(String[] args) {
        try {
            HuggingFaceTokenizer.newInstance("acme/private");
        } catch (Exception error) {
            error.printStackTrace();
        }
    }
}
