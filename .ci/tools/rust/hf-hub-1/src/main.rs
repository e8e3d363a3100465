// Asks about the repo with the default client.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let client = hf_hub::HFClient::new().expect("a client");
    println!("{:?}", client.model("acme", "private").info().send().await.is_ok());
}
