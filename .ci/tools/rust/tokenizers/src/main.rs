// Fetches the tokenizer of the repo.
fn main() {
    println!("{:?}", tokenizers::Tokenizer::from_pretrained("acme/private", None).is_ok());
}
