using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Spark.Plugins.Catalog;
using Spark.Plugins.Installing;
using Spark.Plugins.Tests.Support;

namespace Spark.Plugins.Tests.Installing;

/// <summary>What is brought to a running host is looked at before anything of it runs, and holds nothing but a plugin's own files.</summary>
public sealed class PluginStageTests : IDisposable
{
    private const string Manifest = """{"id":"rain","name":"Rain","version":"1.2.0","kinds":["action"],"assembly":"a.dll","contracts":"1.0","owner":"Acme"}""";

    private readonly PluginRoot made = new();
    private readonly PluginStage stage;

    public PluginStageTests() => stage = new(Path.Combine(made.Path, "installed"), TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        stage.Dispose();
        made.Dispose();
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "../plugin.json", "no plain path" },
        { "a/../../evil", "no plain path" },
        { "/etc/cron.d/evil", "no plain path" },
        { "C:/evil.dll", "no plain path" },
        { "sub\\evil.dll", "no plain path" },
        { "./evil.dll", "no plain path" },
        { "evil\n.dll", "no plain path" },
        { "A.DLL", "twice" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_path_that_leads_out_or_hides_another_is_refused_and_nothing_stays(string name, string why)
    {
        var (candidate, findings) = await stage.UnpackAsync(Zip(("plugin.json", Manifest), ("a.dll", "x"), (name, "evil")), Cancelled);
        candidate.ShouldBeNull();
        findings.ShouldHaveSingleItem().Message.ShouldContain(why);
        Directory.GetFileSystemEntries(Path.Combine(made.Path, "installed", ".staged")).ShouldBeEmpty();
        Directory.GetFileSystemEntries(made.Path).Select(Path.GetFileName).ShouldBe(["installed"]);
    }

    [Fact]
    public async Task A_link_is_refused_in_an_archive_and_in_a_folder()
    {
        using var archive = Zip(entry => entry.ExternalAttributes = unchecked((int)0xA1FF0000), ("plugin.json", Manifest), ("a.dll", "x"), ("b.dll", "/etc/passwd"));
        (await stage.UnpackAsync(archive, Cancelled)).Findings.ShouldHaveSingleItem().Message.ShouldContain("link");

        var folder = Directory.CreateDirectory(Path.Combine(made.Path, "brought")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "plugin.json"), Manifest, Cancelled);
        File.CreateSymbolicLink(Path.Combine(folder, "a.dll"), "/etc/passwd");
        (await stage.CopyAsync(folder, Cancelled)).Findings.ShouldHaveSingleItem().Message.ShouldContain("link");
    }

    [Fact]
    public async Task What_is_too_much_is_refused()
    {
        (await stage.UnpackAsync(Zip([.. Enumerable.Range(0, 2_001).Select(number => ($"{number}.txt", ""))]), Cancelled))
            .Findings.ShouldHaveSingleItem().Message.ShouldContain("2000 files");
        await using var endless = new EndlessStream();
        (await stage.UnpackAsync(endless, Cancelled)).Findings.ShouldHaveSingleItem().Message.ShouldContain("64 MB");
        (await stage.UnpackAsync(new MemoryStream(Encoding.UTF8.GetBytes("no zip at all")), Cancelled)).Findings.ShouldHaveSingleItem().Message.ShouldContain("no zip");
    }

    [Theory]
    [InlineData("{}", "plugin.json")]
    [InlineData("""{"id":"../up","name":"x","version":"1.0.0","kinds":["action"],"assembly":"a.dll","contracts":"1.0"}""", "plugin.json")]
    [InlineData("""{"id":"rain","name":"x","version":"1.0","kinds":["action"],"assembly":"a.dll","contracts":"1.0"}""", "plugin.json")]
    [InlineData("""{"id":"rain","name":"x","version":"1.0.0","kinds":["action"],"assembly":"a.dll","contracts":"1.999"}""", "contracts 1.999")]
    [InlineData("""{"id":"rain","name":"x","version":"1.0.0","kinds":["action"],"assembly":"missing.dll","contracts":"1.0"}""", "missing.dll")]
    public async Task A_manifest_that_this_host_cannot_use_is_refused(string manifest, string why)
    {
        var (candidate, findings) = await stage.UnpackAsync(Zip(("plugin.json", manifest), ("a.dll", "x")), Cancelled);
        candidate.ShouldBeNull();
        findings.ShouldContain(finding => finding.Message.Contains(why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rain-1.2.0/")]
    public async Task What_is_agreed_to_by_its_digest_lies_where_plugins_lie_and_is_never_written_over(string below)
    {
        using var archive = Zip(($"{below}plugin.json", Manifest), ($"{below}a.dll", "x"), ($"{below}rain.schema.json", "{}"));
        var (candidate, _) = await stage.UnpackAsync(archive, Cancelled);
        candidate!.Digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(archive.ToArray())), "what `sha256sum` says of the file");
        (candidate.Id, candidate.Version, candidate.Kind, candidate.Owner, candidate.Files).ShouldBe(("rain", "1.2.0", PluginKind.Action, "Acme", 3));
        candidate.ActionSchemas.Keys.ShouldBe(["rain"]);
        Directory.Exists(Path.Combine(stage.Root, "action")).ShouldBeFalse("nobody has agreed to it yet");

        (await stage.InstallAsync(new string('0', 64), Cancelled)).Problem!.Code.ShouldBe("SPK10162");
        (await stage.InstallAsync("../" + candidate.Digest, Cancelled)).Problem!.Code.ShouldBe("SPK10162");
        var (id, folder, _) = await stage.InstallAsync(candidate.Digest, Cancelled);
        id.ShouldBe("rain");
        File.Exists(Path.Combine(stage.Root, "action", "rain", "1.2.0", "plugin.json")).ShouldBeTrue();
        archive.Position = 0;
        (await stage.UnpackAsync(archive, Cancelled)).Findings.ShouldHaveSingleItem().Code.ShouldBe("SPK10161");

        stage.Remove(made.Path).ShouldBeFalse("only what was installed here");
        stage.Remove(folder!).ShouldBeTrue();
        Directory.Exists(folder).ShouldBeFalse();
    }

    private static MemoryStream Zip(params (string Name, string Text)[] files) => Zip(_ => { }, files);

    private static MemoryStream Zip(Action<ZipArchiveEntry> last, params (string Name, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                var entry = zip.CreateEntry(name);
                if (name == files[^1].Name)
                {
                    last(entry);
                }

                using var writer = new StreamWriter(entry.Open());
                writer.Write(text);
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    /// <summary>An upload that does not end.</summary>
    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
