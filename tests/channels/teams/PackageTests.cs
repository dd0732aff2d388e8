using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Spark.Channels.Teams.Package;
using Spark.Channels.Teams.Tests.Support;

namespace Spark.Channels.Teams.Tests;

public sealed class PackageTests
{
    private static readonly AppPackageOrder Order = new()
    {
        Name = "The IT assistant of Contoso Limited", Description = "Helps.", Version = "1.2.3", Developer = "Contoso", Website = new Uri("https://contoso.example"),
    };

    [Fact]
    public void The_package_holds_a_manifest_for_the_bot_and_two_icons()
    {
        using var archive = Open(AppManifest.Make(Order, Activities.AppId, new Uri("https://bot.contoso.example")));

        archive.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"]);
        var manifest = JsonNode.Parse(archive.GetEntry("manifest.json")!.Open())!;
        manifest["manifestVersion"]!.GetValue<string>().ShouldBe("1.16");
        manifest["version"]!.GetValue<string>().ShouldBe("1.2.3");
        manifest["name"]!["short"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(30);
        manifest["name"]!["full"]!.GetValue<string>().ShouldBe(Order.Name);
        var bot = manifest["bots"]![0]!;
        bot["botId"]!.GetValue<string>().ShouldBe(Activities.AppId);
        bot["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()).ShouldBe(["personal", "team", "groupChat"]);
        bot["supportsFiles"]!.GetValue<bool>().ShouldBeTrue();
        manifest["validDomains"]!.AsArray().Select(domain => domain!.GetValue<string>()).ShouldBe(["bot.contoso.example"]);
        manifest["developer"]!["privacyUrl"]!.GetValue<string>().ShouldBe("https://contoso.example/privacy");
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void The_icons_have_the_size_that_Teams_asks_for(string name, int size)
    {
        using var archive = Open(AppManifest.Make(Order, Activities.AppId, new Uri("https://bot.contoso.example")));
        using var stream = archive.GetEntry(name)!.Open();
        var header = new byte[24];
        stream.ReadExactly(header);

        header[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)).ShouldBe(size);
        BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20)).ShouldBe(size);
    }

    [Fact]
    public void The_same_order_gives_the_same_bytes() =>
        AppManifest.Make(Order, Activities.AppId, new Uri("https://b.example")).Content.ToArray()
            .ShouldBe(AppManifest.Make(Order, Activities.AppId, new Uri("https://b.example")).Content.ToArray());

    [Fact]
    public void All_that_Teams_would_refuse_is_named_at_once()
    {
        var exception = Should.Throw<ArgumentException>(() => AppManifest.Make(
            Order with { Name = "", Version = "1", Developer = new string('x', 33), Website = new Uri("http://contoso.example") }, appId: null, new Uri("https://b.example")));

        foreach (var word in new[] { "appId", "name", "version", "developer", "website" })
        {
            exception.Message.ShouldContain(word);
        }
    }

    private static ZipArchive Open(AppPackage package) => new(new MemoryStream(package.Content.ToArray()), ZipArchiveMode.Read);
}
