using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spark.Testing;
using Spark.Testing.Conformance;
using Spark.Webhooks;

namespace Spark.Offload.SparkcentralMessenger.Tests;

public sealed class MessengerPageTests
{
    private const string Name = "spark-link.AAAAAAAAAAAAAAAAAAAAAA";
    private const string Key = "the messenger's own key";

    private readonly ManualClock clock = new();

    private static MessengerSettings Settings(string title = "Service desk") => new()
    {
        Script = new Uri("https://cdn.example/messenger.js"), AppId = "app", KeyId = "app_key", Key = Key, Title = title,
    };

    private async Task<WebhookResponse> GetAsync(string name, string path = "open", string method = "GET", MessengerSettings? settings = null)
    {
        using var nobody = new HttpClientHandler();
        var link = MessengerLink.Create(settings ?? Settings(), PluginUnderTest.Services(nobody, clock));
        var receipt = await link.ReceiveAsync(
            new()
            {
                Method = method,
                Path = path,
                Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["with"] = name },
                ReceivedAt = DateTimeOffset.UnixEpoch,
            },
            TestContext.Current.CancellationToken);
        receipt.Events.ShouldBeEmpty();
        return receipt.Answer;
    }

    [Fact]
    public async Task The_page_tells_nobody_where_it_was_opened()
    {
        var page = await GetAsync(Name);
        page.Status.ShouldBe(200);
        page.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        page.Headers["Cache-Control"].ShouldBe("no-store");
        page.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        page.Headers["Content-Security-Policy"].ShouldContain("https://cdn.example");
    }

    [Fact]
    public async Task The_person_is_signed_in_under_the_links_name_for_a_quarter_of_an_hour()
    {
        var html = Encoding.UTF8.GetString((await GetAsync(Name)).Body.Span);
        var token = html.Split("login(\"")[1].Split('"')[2];
        var parts = token.Split('.');
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}")))
            .ShouldBe(Convert.ToHexStringLower(Base64Url.DecodeFromChars(parts[2])));
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        payload.GetProperty("userId").GetString().ShouldBe(Name);
        payload.GetProperty("scope").GetString().ShouldBe("appUser");
        payload.GetProperty("exp").GetInt64().ShouldBe((clock.GetUtcNow() + TimeSpan.FromMinutes(15)).ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("spark-link.short", "open", "GET", 404)]
    [InlineData("spark-link.AAAAAAAAAAAAAAAAAAAAAA\"><script>", "open", "GET", 404)]
    [InlineData(Name, "other", "GET", 404)]
    [InlineData(Name, "open", "POST", 405)]
    public async Task What_is_no_link_gets_no_page(string name, string path, string method, int status) =>
        (await GetAsync(name, path, method)).Status.ShouldBe(status);

    [Fact]
    public async Task What_the_operator_writes_is_text()
    {
        var html = Encoding.UTF8.GetString((await GetAsync(Name, settings: Settings(title: "<b>Desk</b>"))).Body.Span);
        html.ShouldNotContain("<b>Desk");
        html.ShouldContain("&lt;b&gt;Desk");
    }

    [Fact]
    public async Task An_object_that_is_no_name_is_refused() =>
        (await Should.ThrowAsync<ArgumentException>(() => GetAsync(Name, settings: Settings() with { Object = "a;alert(1)" }))).Message.ShouldContain("object");
}
