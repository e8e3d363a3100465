// Asks about the repo with the default client. `download ID REVISION` and `upload ID` do that and print the error that comes;
// `returned` before them ends with it, as the program of hf-hub's README does.
use hf_hub::{repository::AddSource, HFClient, HFResult};

#[tokio::main(flavor = "current_thread")]
async fn main() -> HFResult<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let ["returned", rest @ ..] = &words[..] {
        return call(rest).await;
    }
    if let Err(error) = call(&words).await {
        eprintln!("Error: {error}");
        std::process::exit(1);
    }
    Ok(())
}

async fn call(words: &[&str]) -> HFResult<()> {
    let client = HFClient::new().expect("a client");
    match words {
        ["download", id, revision] => {
            let (owner, name) = id.split_once('/').expect("an id");
            let file = client.model(owner, name).download_file().filename("config.json").revision(*revision).send().await?;
            println!("{}", file.display());
        }
        ["upload", id] => {
            let (owner, name) = id.split_once('/').expect("an id");
            let source = AddSource::Bytes(b"notes\n".to_vec().into());
            client.model(owner, name).upload_file().source(source).path_in_repo("notes.txt").send().await?;
        }
        _ => println!("{:?}", client.model("acme", "private").info().send().await.is_ok()),
    }
    Ok(())
}
