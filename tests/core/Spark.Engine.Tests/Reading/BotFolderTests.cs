using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading;

/// <summary>A folder becomes the files of a bot, and these a version.</summary>
public sealed class BotFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-reading-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Only_the_files_of_the_format_are_read()
    {
        foreach (var path in new[]
        {
            "bot.yaml", "intents.yaml", "intents/human.yaml", "dialogs/start.yaml", "actions/act.yaml", "locales/nl.yaml",
            "locales/.lock", "tests/all.test.yaml", "canvas/start.yaml", "README.md", "dialogs/start.yaml~", ".git/config", "dialogs/old.yml", "dialog/start.yaml",
        })
        {
            Write(path, "x: y");
        }

        var source = await BotFolder.LoadAsync(folder.FullName, Token);
        source.Files.Keys.ShouldBe(["actions/act.yaml", "bot.yaml", "dialogs/start.yaml", "intents.yaml", "intents/human.yaml", "locales/.lock", "locales/nl.yaml"]);
        source.OtherFiles.ShouldBe(["dialog/start.yaml", "dialogs/old.yml"]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said() =>
        await Should.ThrowAsync<DirectoryNotFoundException>(() => BotFolder.LoadAsync(Path.Combine(folder.FullName, "gone"), Token));

    [Fact]
    public async Task A_file_of_any_size_is_refused_without_being_read_whole()
    {
        Write("bot.yaml", Tiny.Bot);
        await using (var file = File.Create(Path.Combine(folder.FullName, "intents.yaml")))
        {
            file.SetLength(100_000_000);
        }

        var source = await BotFolder.LoadAsync(folder.FullName, Token);
        source.Files["intents.yaml"].Length.ShouldBeLessThan(4_000_000);
        BotReader.Read(source, Offers.Some).Lines().ShouldContain(line => line == "intents.yaml: error SPK1010");
    }

    [Fact]
    public void A_version_is_the_hash_of_paths_and_texts_in_order()
    {
        var one = Version(("a", "1"), ("b", "2"));
        one.ShouldBe(Version(("b", "2"), ("a", "1")));
        (one == Version(("a", "12"), ("b", ""))).ShouldBeFalse();
        (one == Version(("a", "1"), ("c", "2"))).ShouldBeFalse();
        one.ShouldBe("37664b19301f46515688d5a22cb9ee1852e0b6443e28c7f36340a13962f0c4f7");
    }

    private static string Version(params (string Path, string Text)[] files) =>
        BotVersion.Of(files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
