// Asks for a file of the repo by the default client.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let api = hf_hub::api::tokio::Api::new().expect("a client");
    println!("{:?}", api.model("acme/private".to_string()).get("config.json").await);
}
