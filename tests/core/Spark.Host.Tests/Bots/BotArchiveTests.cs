using System.IO.Compression;
using System.Text;
using Spark.Host.Bots;
using Spark.Runtime;

namespace Spark.Host.Tests.Bots;

/// <summary>A bot goes into an archive and comes out the same; an archive from anywhere does no harm.</summary>
public sealed class BotArchiveTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-archive-");

    public static TheoryData<string> Refused =>
    [
        "../outside.yaml", "dialogs/../../outside.yaml", "/etc/passwd", "C:\\windows.yaml", "dialogs\\a.yaml", "run.sh", "dialogs/a.exe",
        "dialogs/deep/a.yaml", ".git/config", "environments/demo.yaml", "dialogs//a.yaml",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_packed_is_unpacked_the_same_and_twice_the_same_bytes()
    {
        var bot = Path.Combine(folder.FullName, "bot");
        foreach (var path in (string[])["bot.yaml", "dialogs/start.yaml", "locales/.lock", "tests/a.test.yaml", "canvas/start.yaml", "notes.txt", "secrets/key.yaml"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(bot, path))!);
            await File.WriteAllTextAsync(Path.Combine(bot, path), $"# {path}", Token);
        }

        var packed = BotArchive.Pack(BotArchive.FilesOf(bot));
        packed.ShouldBe(BotArchive.Pack(BotArchive.FilesOf(bot)));
        var target = Path.Combine(folder.FullName, "new");
        (await BotArchive.UnpackAsync(Write(packed), target, Token)).ShouldBe(5);

        BotArchive.FilesOf(target).Select(file => $"{file.Key} {Encoding.UTF8.GetString(file.Value)}").ShouldBe(
            BotArchive.FilesOf(bot).Select(file => $"{file.Key} {Encoding.UTF8.GetString(file.Value)}"));
        File.Exists(Path.Combine(target, "notes.txt")).ShouldBeFalse();
        Directory.Exists(Path.Combine(target, "secrets")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_entry_that_is_no_file_of_a_bot_refuses_the_whole_archive(string path)
    {
        var target = Path.Combine(folder.FullName, "new");
        var refused = await Should.ThrowAsync<OperatorException>(() => BotArchive.UnpackAsync(Write(Zip(("bot.yaml", "spark: 1"), (path, "x"))), target, Token));
        refused.Code.ShouldBe("SPK12035");
        Directory.Exists(target).ShouldBeFalse();
    }

    [Fact]
    public async Task A_bomb_is_refused_while_it_is_unpacked_and_nothing_is_written()
    {
        var target = Path.Combine(folder.FullName, "new");
        var bomb = Zip(("bot.yaml", "spark: 1"), ("dialogs/a.yaml", new string('a', (int)BotArchive.MostBytes + 1)));
        bomb.Length.ShouldBeLessThan(1024 * 1024);
        (await Should.ThrowAsync<OperatorException>(() => BotArchive.UnpackAsync(Write(bomb), target, Token))).Message.ShouldContain("64 MB");
        Directory.Exists(target).ShouldBeFalse();
    }

    [Fact]
    public async Task An_archive_without_a_bot_and_a_file_that_is_none_are_refused()
    {
        await Should.ThrowAsync<OperatorException>(() => BotArchive.UnpackAsync(Write(Zip(("dialogs/a.yaml", "x"))), Path.Combine(folder.FullName, "new"), Token));
        await Should.ThrowAsync<OperatorException>(() => BotArchive.UnpackAsync(Write("no zip"u8.ToArray()), Path.Combine(folder.FullName, "new"), Token));
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mine.txt"), "mine", Token);
        await Should.ThrowAsync<OperatorException>(() => BotArchive.UnpackAsync(Write(Zip(("bot.yaml", "spark: 1"))), folder.FullName, Token));
    }

    private string Write(byte[] bytes)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.zip");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var content = zip.CreateEntry(path).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return output.ToArray();
    }
}
