// Asks for a file of the repo, by what the environment says.
fn main() {
    let api = hf_hub::api::sync::ApiBuilder::from_env().build().expect("a client");
    println!("{:?}", api.model("acme/private".to_string()).get("config.json"));
}
