using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

public sealed class SessionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_administrator_is_made_once_by_the_link_that_was_printed_last()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var first = server.Services.GetRequiredService<FirstAdministrator>();
        var old = await first.CreateCodeAsync(Cancelled);
        var code = await first.CreateCodeAsync(Cancelled);
        using var browser = server.Browser();

        (await FirstAsync(browser, old!)).ShouldBe(HttpStatusCode.Forbidden);
        (await FirstAsync(browser, code!)).ShouldBe(HttpStatusCode.OK);
        (await FirstAsync(browser, code!)).ShouldBe(HttpStatusCode.Forbidden);
        (await first.CreateCodeAsync(Cancelled)).ShouldBeNull();
        using var session = await browser.GetAsync("/api/admin/session", Cancelled);
        (await session.Content.ReadAsStringAsync(Cancelled)).ShouldContain("\"role\":\"Administrator\"");
    }

    [Fact]
    public async Task A_change_needs_what_the_page_was_told_and_comes_from_no_other_site()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Administrator, Cancelled);
        (await PutAccountAsync(browser)).ShouldBe(HttpStatusCode.OK);

        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        (await PutAccountAsync(browser)).ShouldBe(HttpStatusCode.Forbidden);
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        (await PutAccountAsync(browser)).ShouldBe(HttpStatusCode.Forbidden);
        browser.DefaultRequestHeaders.Remove("Origin");
        browser.DefaultRequestHeaders.Remove("X-Spark-Csrf");
        (await PutAccountAsync(browser)).ShouldBe(HttpStatusCode.Forbidden);
        browser.DefaultRequestHeaders.Add("X-Spark-Csrf", "guessed");
        (await PutAccountAsync(browser)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_command_brings_the_token_and_needs_no_page()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var command = await server.CommandAsync(Cancelled);

        (await PutAccountAsync(command)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_in_gives_a_new_secret_each_time_that_no_script_reads_and_no_site_sends()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var known = await server.SignInAsync(Role.Reader, Cancelled);
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", "spark-cockpit=chosen-by-somebody-else");

        using var answer = await SignInAsync(browser, "reader", CockpitServer.Password);
        using var again = await SignInAsync(browser, "READER ", CockpitServer.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldNotContain("chosen-by-somebody-else");
        again.Headers.GetValues("Set-Cookie").Single().Split(';')[0].ShouldNotBe(cookie.Split(';')[0]);
        using var planted = server.Browser();
        planted.DefaultRequestHeaders.Add("Cookie", "spark-cockpit=chosen-by-somebody-else");
        (await planted.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_the_old_one_and_needs_it()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var thief = await server.SignInAsync(Role.Reader, Cancelled);
        using var owner = server.Browser();
        using var entered = await SignInAsync(owner, "reader", CockpitServer.Password);
        owner.DefaultRequestHeaders.Add("X-Spark-Csrf", JsonElement.Parse(await entered.Content.ReadAsStringAsync(Cancelled)).GetProperty("csrf").GetString());

        (await thief.PostAsJsonAsync("/api/admin/session/password", new { current = "guessed", password = "another long one" }, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await owner.PostAsJsonAsync("/api/admin/session/password", new { current = CockpitServer.Password, password = "another long one" }, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await thief.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await owner.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SignInAsync(server.Browser(), "reader", CockpitServer.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_ends_with_sign_out_and_when_the_account_is_disabled()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var administrator = await server.SignInAsync(Role.Administrator, Cancelled);
        using var reader = await server.SignInAsync(Role.Reader, Cancelled);
        using var designer = await server.SignInAsync(Role.Designer, Cancelled);

        (await designer.DeleteAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await designer.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await administrator.PutAsJsonAsync("/api/admin/accounts/reader", new { display = "r", role = "Reader", isDisabled = true }, Cancelled);
        (await reader.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(server.Browser(), "reader", CockpitServer.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_guesses_waits_and_the_right_password_does_not_help_meanwhile()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var known = await server.SignInAsync(Role.Reader, Cancelled);
        using var browser = server.Browser();
        for (var guess = 0; guess < 5; guess++)
        {
            (await SignInAsync(browser, "reader", $"wrong password {guess}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var waits = await SignInAsync(browser, "reader", CockpitServer.Password);

        waits.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        waits.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Nobody_guesses_on_by_spelling_the_name_otherwise_by_the_link_or_by_the_present_password()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var code = await server.Services.GetRequiredService<FirstAdministrator>().CreateCodeAsync(Cancelled);
        using var stranger = server.Browser();
        for (var guess = 0; guess < 5; guess++)
        {
            (await FirstAsync(stranger, $"guess-{guess}")).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await FirstAsync(stranger, code!)).ShouldBe(HttpStatusCode.Forbidden, "who guesses waits, and the right link does not help meanwhile");

        using var reader = await server.SignInAsync(Role.Reader, Cancelled);
        for (var guess = 0; guess < 5; guess++)
        {
            (await PasswordAsync($"wrong password {guess}")).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await PasswordAsync(CockpitServer.Password)).ShouldBe(HttpStatusCode.Forbidden);
        string[] spellings = ["reader", "READER", " reader ", "Reader", "reader\t"];
        foreach (var (place, name) in spellings.Index())
        {
            using var elsewhere = From($"127.0.0.{place + 2}", server.Url);
            (await SignInAsync(elsewhere, name, "wrong password")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, name);
        }

        using var unknown = From("127.0.0.9", server.Url);
        (await SignInAsync(unknown, "reader", CockpitServer.Password)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        async Task<HttpStatusCode> PasswordAsync(string current) =>
            (await reader.PostAsJsonAsync("/api/admin/session/password", new { current, password = "another long one" }, Cancelled)).StatusCode;
    }

    [Fact]
    public async Task A_change_that_names_no_bots_keeps_the_limit_and_null_lifts_it()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var administrator = await server.SignInAsync(Role.Administrator, Cancelled);
        using var reader = await server.SignInAsync(Role.Reader, Cancelled, ["it-support"]);

        (await PutAsync(new { display = "Renamed", role = "Reader", isDisabled = false })).GetProperty("bots").EnumerateArray().Single().GetString().ShouldBe("it-support");
        (await PutAsync(new { display = "Renamed", role = "Designer", isDisabled = false })).GetProperty("bots").GetArrayLength().ShouldBe(1, "another role widens nothing either");
        (await administrator.PutAsJsonAsync("/api/admin/accounts/reader", new { display = "r", role = "Administrator", isDisabled = false }, Cancelled))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest, "who sees to one bot is not made an administrator in passing");
        (await PutAsync(new { display = "Renamed", role = "Reader", isDisabled = false, bots = (string[]?)null })).GetProperty("bots").ValueKind.ShouldBe(JsonValueKind.Null);

        async Task<JsonElement> PutAsync(object request)
        {
            using var answer = await administrator.PutAsJsonAsync("/api/admin/accounts/reader", request, Cancelled);
            answer.EnsureSuccessStatusCode();
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
        }
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Administrator, Cancelled);

        (await browser.DeleteAsync("/api/admin/accounts/administrator", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await browser.PutAsJsonAsync("/api/admin/accounts/administrator", new { display = "a", role = "Reader", isDisabled = false }, Cancelled))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_page_lets_in_no_script_but_its_own_and_no_frame()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = server.Browser();

        using var page = await browser.GetAsync("/cockpit/conversations/x", Cancelled);
        using var again = await browser.GetAsync("/cockpit/", Cancelled);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotBe(again.Headers.GetValues("Content-Security-Policy").Single());
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        (await page.Content.ReadAsStringAsync(Cancelled)).ShouldBe($"<meta nonce=\"{nonce}\">");
        (await browser.GetAsync("/cockpit/assets/..%2Findex.html", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/cockpit/assets/%2e%2e/%2e%2e/data/spark.db", Cancelled)).StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
        using var asset = await browser.GetAsync("/cockpit/assets/index-1.js", Cancelled);
        asset.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    /// <summary>A browser on another machine, as the host sees it.</summary>
    private static HttpClient From(string address, Uri url) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = url };

    private static async Task<HttpStatusCode> FirstAsync(HttpClient browser, string code)
    {
        using var answer = await browser.PostAsJsonAsync(
            "/api/admin/session/first", new { code, name = "Ada", display = "Ada Lovelace", password = "a long password" }, Cancelled);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PutAccountAsync(HttpClient client)
    {
        using var answer = await client.PutAsJsonAsync(
            "/api/admin/accounts/somebody", new { display = "Some Body", role = "Reader", isDisabled = false, password = "a long password" }, Cancelled);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password) =>
        browser.PostAsJsonAsync("/api/admin/session", new { name, password }, Cancelled);
}
