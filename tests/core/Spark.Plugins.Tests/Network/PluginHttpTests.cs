using System.Net;
using System.Text;
using Spark.Plugins.Network;
using Spark.Plugins.Tests.Support;
using Spark.Runtime.Exchanges;
using Spark.Runtime.Secrets;

namespace Spark.Plugins.Tests.Network;

public sealed class PluginHttpTests
{
    private static readonly PluginOptions Limits = new() { MaxResponseBytes = 1024 };

    [Fact]
    public async Task A_private_address_is_refused_in_a_sentence_and_never_connected_to()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("secret"));
        using var client = Client(allowPrivate: false);
        var refusal = await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(server.Url(), Token));
        refusal.Message.ShouldStartWith(
            "SPK10140: channel 'web' may not connect to '127.0.0.1': 127.0.0.1 is a private address. "
            + "If that is meant, set 'allowPrivate: true' for it: in the environment file, or in the credential.");
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_private_address_is_reached_where_the_operator_allows_it()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("hello"));
        using var client = Client(allowPrivate: true);
        (await client.GetStringAsync(server.Url(), Token)).ShouldBe("hello");
    }

    [Fact]
    public async Task What_an_effect_calls_is_noted_without_secrets_and_cut_where_it_is_long()
    {
        var answer = $$"""{"echo":"s3cret-key","pad":"{{new string('x', 900)}}"}""";
        await using var server = new LoopbackServer(LoopbackServer.Ok(answer, "Content-Type: application/json\r\n"));
        using var client = Client(allowPrivate: true);
        using var log = ExchangeLog.Begin();
        log.Hide(new SecretMask(["s3cret-key"]));
        using var body = new StringContent(new string('y', ExchangeLog.LongestBody + 1), Encoding.UTF8, "application/json");
        using (var posted = await client.PostAsync(new Uri(server.Url(), "/tickets?key=s3cret-key"), body, Token))
        {
            (await posted.Content.ReadAsStringAsync(Token)).ShouldBe(answer, "the plugin reads what came");
        }

        using (ExchangeLog.Pause())
        {
            await client.GetStringAsync(server.Url(), Token);
        }

        var noted = log.Close(isConfidential: false)!.ShouldHaveSingleItem();
        (noted.Method, noted.Status, noted.ApiCall).ShouldBe(("POST", 200, null));
        noted.Address.ShouldBe($"{server.Url()}tickets?key=***");
        noted.Request!.Length.ShouldBe(ExchangeLog.LongestBody + 1);
        noted.Request.ShouldEndWith("y…");
        noted.Response!.ShouldStartWith("""{"echo":"***",""");
        var withheld = log.Close(isConfidential: true)![0];
        (withheld.Request, withheld.Response).ShouldBe(("(withheld: the step was given something confidential)", "(withheld: the step was given something confidential)"));
        withheld.Address.ShouldBe($"{server.Url()}tickets");
    }

    [Fact]
    public async Task What_nobody_answers_is_noted_too_and_what_nobody_asks_about_is_not()
    {
        using var client = Client(allowPrivate: true);
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(new Uri("http://127.0.0.1:1/"), Token));
        using var log = ExchangeLog.Begin();
        log.Close(isConfidential: false).ShouldBeNull();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(new Uri("http://127.0.0.1:1/"), Token));
        var noted = log.Close(isConfidential: false)!.ShouldHaveSingleItem();
        noted.Status.ShouldBeNull();
        noted.Reason.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0.0.0.0")]
    public async Task No_spelling_of_loopback_gets_through(string host)
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("secret"));
        using var client = Client(allowPrivate: false);
        (await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(server.Url(host), Token))).Message.ShouldStartWith("SPK10140");
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_name_is_refused_when_one_of_its_addresses_is_private()
    {
        using var client = Client(allowPrivate: false, _ => [IPAddress.Parse("93.184.216.34"), IPAddress.Loopback]);
        var refusal = await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(new Uri("http://mixed.example/"), Token));
        refusal.Message.ShouldContain("'mixed.example': 127.0.0.1 is a private address");
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_that_is_connected_to()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("hello"));
        var asked = 0;
        using var client = Client(allowPrivate: true, _ => ++asked == 1 ? [IPAddress.Loopback] : [IPAddress.Parse("192.0.2.1")]);
        (await client.GetStringAsync(server.Url("rebound.example"), Token)).ShouldBe("hello");
        asked.ShouldBe(1);
        server.LastRequest.ShouldContain("Host: rebound.example");
    }

    [Fact]
    public async Task An_address_without_a_machine_is_refused_even_where_private_ones_are_allowed()
    {
        using var client = Client(allowPrivate: true, _ => [IPAddress.Any]);
        (await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(new Uri("http://any.example/"), Token)))
            .Message.ShouldContain("is not the address of a machine");
    }

    [Fact]
    public async Task A_redirect_is_the_plugins_to_follow()
    {
        await using var server = new LoopbackServer(
            "HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = Client(allowPrivate: true);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        using var response = await client.GetAsync(server.Url(), Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var second = await client.GetAsync(server.Url(), Token);
        server.Connections.ShouldBe(2);
        server.LastRequest.ShouldNotContain("Cookie:");
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(1025, true)]
    public async Task An_answer_that_says_it_is_too_large_is_refused(int length, bool refused)
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok(new string('a', length)));
        using var client = Client(allowPrivate: true);
        await ExpectAsync(() => client.GetStringAsync(server.Url(), Token), length, refused);
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(1025, true)]
    public async Task An_answer_that_grows_too_large_is_cut_off(int length, bool refused)
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('a', length));
        using var client = Client(allowPrivate: true);
        await ExpectAsync(() => client.GetStringAsync(server.Url(), Token), length, refused);
        await ExpectAsync(() => StreamedAsync(client, server.Url()), length, refused);
    }

    [Fact]
    public async Task The_headers_of_an_answer_are_kept()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("{}", "Content-Type: application/json; charset=utf-8\r\nETag: \"1\"\r\n"));
        using var client = Client(allowPrivate: true);
        using var response = await client.GetAsync(server.Url(), Token);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        response.Content.Headers.ContentLength.ShouldBe(2);
        response.Headers.ETag!.Tag.ShouldBe("\"1\"");
    }

    [Fact]
    public async Task HTTP_3_is_not_used_because_it_would_go_around_the_check()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("secret"));
        using var client = Client(allowPrivate: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url())
        {
            Version = HttpVersion.Version30,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
        };
        (await Should.ThrowAsync<HttpRequestException>(() => client.SendAsync(request, Token))).Message.ShouldStartWith("SPK10140");
        request.Version.ShouldBe(HttpVersion.Version20);
        request.VersionPolicy.ShouldBe(HttpVersionPolicy.RequestVersionOrLower);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static HttpClient Client(bool allowPrivate, Func<string, IPAddress[]>? resolve = null) => (resolve is null
        ? new PluginHttp(Limits, TimeProvider.System)
        : new PluginHttp(Limits, TimeProvider.System, (host, _) => Task.FromResult(resolve(host)))).CreateClient("channel 'web'", allowPrivate);

    private static async Task<string> StreamedAsync(HttpClient client, Uri url)
    {
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, Token);
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }

    private static async Task ExpectAsync(Func<Task<string>> fetch, int length, bool refused)
    {
        if (refused)
        {
            var refusal = await Should.ThrowAsync<HttpRequestException>(fetch);
            (refusal.GetBaseException() as HttpRequestException ?? refusal).Message.ShouldStartWith("SPK10141");
        }
        else
        {
            (await fetch()).Length.ShouldBe(length);
        }
    }
}
