using System.IO.Compression;
using System.Text;
using Spark.Channels.WebChat.Tests.Support;

namespace Spark.Channels.WebChat.Tests.Page;

public sealed class ChatPageTests
{
    [Fact]
    public async Task The_page_knows_its_instance_and_its_title()
    {
        using var folder = new ScratchFolder().WithScript();
        using var web = new TestChannel(TestChannel.Settings() with { Title = "IT support" }, instance: "help-desk", folder: folder.Path);

        var receipt = await GetAsync(web, "chat");

        receipt.Answer.Status.ShouldBe(200);
        receipt.Answer.ContentType.ShouldBe("text/html; charset=utf-8");
        receipt.Header("Cache-Control").ShouldBe("no-store");
        receipt.Text().ShouldContain("""data-instance="help-desk" data-open="true" data-accept="image/png """);
        receipt.Text().ShouldContain("""data-largest="0">""", Case.Sensitive, "there is no cabinet here");
        receipt.Text().ShouldContain("<title>IT support</title>");
        receipt.Text().ShouldNotContain("{{");
        web.Channel.Missing.ShouldBeNull();
    }

    [Fact]
    public async Task A_title_is_text_and_nothing_else()
    {
        using var folder = new ScratchFolder().WithScript();
        using var web = new TestChannel(TestChannel.Settings() with { Title = "<script>alert(1)</script>{{nonce}}" }, folder: folder.Path);

        var page = (await GetAsync(web, "chat")).Text();

        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;{{nonce}}");
        page.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Everything_that_the_page_names_is_served_beside_it()
    {
        using var folder = new ScratchFolder().WithScript();
        using var web = new TestChannel(folder: folder.Path);
        var page = (await GetAsync(web, "chat")).Text();
        var names = page.Split(["src=\"", "href=\""], StringSplitOptions.None).Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();

        names.Count.ShouldBeGreaterThan(4);
        foreach (var name in names)
        {
            // Relative, so that it works at /chat, at /channels/{instance}/chat and behind a prefix.
            name.ShouldStartWith("chat/");
            var parts = name.Split("?v=");
            var receipt = await GetAsync(web, parts[0], parts[1]);
            receipt.Answer.Status.ShouldBe(200, name);
            receipt.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable", name);
            receipt.Header("X-Content-Type-Options").ShouldBe("nosniff");
        }
    }

    [Theory]
    [InlineData("links.js")]
    [InlineData("theme.js")]
    [InlineData("words.js")]
    public async Task The_modules_that_the_page_imports_are_asked_for_anew(string module)
    {
        using var web = new TestChannel();

        (await GetAsync(web, "chat/chat.js")).Text().ShouldContain($"from './{module}'");
        var receipt = await GetAsync(web, $"chat/{module}");

        receipt.Answer.Status.ShouldBe(200);
        receipt.Answer.ContentType.ShouldBe("text/javascript; charset=utf-8");
        receipt.Header("Cache-Control").ShouldBe("no-cache");
    }

    [Fact]
    public async Task A_policy_lets_nothing_run_but_our_own()
    {
        using var folder = new ScratchFolder().WithScript();
        using var web = new TestChannel(TestChannel.Settings() with { AllowedOrigins = ["https://intranet.example.com"] }, folder: folder.Path);

        var first = await GetAsync(web, "chat");
        var second = await GetAsync(web, "chat");

        var policy = first.Header("Content-Security-Policy")!;
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; ");
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldContain("frame-ancestors 'self' https://intranet.example.com");
        policy.ShouldNotContain("unsafe");
        second.Header("Content-Security-Policy").ShouldDifferFrom(policy);
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        first.Text().ShouldContain($"nonce=\"{nonce}\"");
    }

    [Fact]
    public async Task A_trailing_slash_leads_to_the_page()
    {
        using var web = new TestChannel();

        var receipt = await GetAsync(web, "chat/");

        receipt.Answer.Status.ShouldBe(308);
        receipt.Header("Location").ShouldBe("../chat");
    }

    [Fact]
    public async Task A_browser_that_has_the_script_gets_no_second_one()
    {
        using var folder = new ScratchFolder().WithScript();
        using var web = new TestChannel(folder: folder.Path);

        var first = await GetAsync(web, "chat/webchat.js");
        var again = await web.SendAsync(TestChannel.Request("GET", "chat/webchat.js", headers: ("If-None-Match", first.Header("ETag")!)));
        var other = await web.SendAsync(TestChannel.Request("GET", "chat/webchat.js", headers: ("If-None-Match", "\"other\"")));

        first.Text().ShouldBe(ScratchFolder.Script);
        again.Answer.Status.ShouldBe(304);
        again.Answer.Body.IsEmpty.ShouldBeTrue();
        other.Answer.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("gzip, deflate, br", true)]
    [InlineData("gzip;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("br", false)]
    [InlineData("", false)]
    public async Task The_script_is_compressed_for_who_understands_it(string accepts, bool compressed)
    {
        var script = new string('x', 5000);
        using var folder = new ScratchFolder().WithScript(script);
        using var web = new TestChannel(folder: folder.Path);

        var receipt = await web.SendAsync(TestChannel.Request("GET", "chat/webchat.js", headers: ("Accept-Encoding", accepts)));

        receipt.Header("Vary").ShouldBe("Accept-Encoding");
        receipt.Header("Content-Encoding").ShouldBe(compressed ? "gzip" : null);
        (compressed ? Unzip(receipt.Answer.Body) : receipt.Text()).ShouldBe(script);
        receipt.Header("ETag")!.Contains("gzip", StringComparison.Ordinal).ShouldBe(compressed);
    }

    [Fact]
    public async Task Without_web_chat_the_page_says_so_and_the_protocol_works()
    {
        using var folder = new ScratchFolder();
        using var web = new TestChannel(folder: folder.Path);

        var page = await GetAsync(web, "chat");
        var script = await GetAsync(web, "chat/webchat.js");

        page.Answer.Status.ShouldBe(503);
        page.Answer.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Text().ShouldContain("install Node.js 20");
        page.Text().ShouldNotContain("{{");
        script.Answer.Status.ShouldBe(503);
        web.Channel.Missing!.ShouldContain("Install Node.js 20");
        (await web.StartAsync()).Id.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Web_chat_that_comes_later_is_found()
    {
        using var folder = new ScratchFolder();
        using var web = new TestChannel(folder: folder.Path);
        (await GetAsync(web, "chat")).Answer.Status.ShouldBe(503);

        folder.WithScript();

        (await GetAsync(web, "chat")).Answer.Status.ShouldBe(200);
        web.Channel.Missing.ShouldBeNull();
    }

    [Theory]
    [InlineData("GET", "chat/unknown.js", 404)]
    [InlineData("GET", "chat/../plugin.json", 404)]
    [InlineData("GET", "chat//chat.js", 404)]
    [InlineData("POST", "chat", 405)]
    [InlineData("HEAD", "chat/chat.js", 200)]
    public async Task Nothing_else_is_served(string method, string path, int status)
    {
        using var web = new TestChannel();

        (await web.SendAsync(TestChannel.Request(method, path))).Answer.Status.ShouldBe(status);
    }

    private static Task<WebhookReceipt> GetAsync(TestChannel web, string path, string? version = null)
    {
        var request = TestChannel.Request("GET", path);
        return web.SendAsync(version is null ? request : request with { Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["v"] = version } });
    }

    private static string Unzip(ReadOnlyMemory<byte> body)
    {
        using var gzip = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
