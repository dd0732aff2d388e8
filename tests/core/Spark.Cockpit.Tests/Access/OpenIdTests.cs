using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Access;

/// <summary>What people get who sign in elsewhere.</summary>
public sealed class OpenIdTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_in_at_the_provider_is_what_their_roles_make_them()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var browser = stage.Server.Browser();
        (await browser.GetStringAsync("/api/admin/session/ways", Cancelled)).ShouldContain("\"name\":\"Contoso\"");

        using var answer = await OpenIdStage.SignInAsync(browser, Cancelled, OpenIdStage.Begin + "?returnUrl=/cockpit/conversations?state=open");

        answer.Headers.Location!.OriginalString.ShouldBe("/cockpit/conversations?state=open");
        var session = await SessionAsync(browser);
        (session.GetProperty("name").GetString(), session.GetProperty("display").GetString(), session.GetProperty("role").GetString()).ShouldBe(("ada@contoso.com", "Ada", "Designer"));
        session.GetProperty("isVouchedFor").GetBoolean().ShouldBeTrue();
        browser.DefaultRequestHeaders.Add("X-Spark-Csrf", session.GetProperty("csrf").GetString());
        (await browser.PostAsJsonAsync("/api/admin/studio/check", new { name = "b", files = new { } }, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/api/admin/accounts", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Signing_out_leads_to_the_provider_and_a_local_account_stays_here()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var browser = stage.Server.Browser();
        using var entered = await OpenIdStage.SignInAsync(browser, Cancelled);
        browser.DefaultRequestHeaders.Add("X-Spark-Csrf", (await SessionAsync(browser)).GetProperty("csrf").GetString());
        using var local = await stage.Server.SignInAsync(Role.Reader, Cancelled);

        using var out_ = await browser.DeleteAsync("/api/admin/session", Cancelled);
        using var outHere = await local.DeleteAsync("/api/admin/session", Cancelled);

        JsonElement.Parse(await out_.Content.ReadAsStringAsync(Cancelled)).GetProperty("next").GetString()!.ShouldStartWith($"{stage.Provider.Url}/sign-out?client_id=cockpit&");
        outHere.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Roles_and_groups_that_nobody_named_let_nobody_in()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        stage.Provider.Person["roles"] = new JsonArray("Everybody");
        using var browser = stage.Server.Browser();

        using var answer = await OpenIdStage.SignInAsync(browser, Cancelled);

        answer.Headers.Location!.OriginalString.ShouldBe("/cockpit/?signIn=NoRole");
        (await stage.Server.Services.GetRequiredService<IAccountStore>().ListAsync(Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Groups_limit_to_bots_and_a_new_role_ends_what_the_old_one_had()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        stage.Provider.Person["groups"] = new JsonArray("HR");
        using var browser = stage.Server.Browser();
        using var first = await OpenIdStage.SignInAsync(browser, Cancelled);
        (await SessionAsync(browser)).GetProperty("bots").EnumerateArray().Select(bot => bot.GetString()).ShouldBe(["hr"]);

        stage.Provider.Person["roles"] = new JsonArray("Spark.Readers");
        using var other = stage.Server.Browser();
        using var second = await OpenIdStage.SignInAsync(other, Cancelled);

        (await SessionAsync(other)).GetProperty("role").GetString().ShouldBe("Reader");
        (await browser.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_name_chosen_at_the_provider_takes_no_account_over()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var administrator = await stage.Server.SignInAsync(Role.Administrator, Cancelled);
        stage.Provider.Person["preferred_username"] = "ADMINISTRATOR";
        using var browser = stage.Server.Browser();

        using var answer = await OpenIdStage.SignInAsync(browser, Cancelled);

        answer.Headers.Location!.OriginalString.ShouldBe("/cockpit/?signIn=NameTaken");
        (await browser.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stage.Server.Services.GetRequiredService<IAccountStore>().FindAsync("administrator", Cancelled))!.Subject.ShouldBeNull();
    }

    [Fact]
    public async Task A_disabled_account_and_one_without_a_password_stay_out()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        using var administrator = await stage.Server.SignInAsync(Role.Administrator, Cancelled);
        using var browser = stage.Server.Browser();
        using var first = await OpenIdStage.SignInAsync(browser, Cancelled);

        using var byPassword = await stage.Server.Browser().PostAsJsonAsync("/api/admin/session", new { name = "ada@contoso.com", password = "" }, Cancelled);
        using var setPassword = await administrator.PutAsJsonAsync(
            "/api/admin/accounts/ada@contoso.com", new { display = "Ada", role = "Designer", isDisabled = false, password = "a password set here" }, Cancelled);
        using var disabled = await administrator.PutAsJsonAsync("/api/admin/accounts/ada@contoso.com", new { display = "Ada", role = "Designer", isDisabled = true }, Cancelled);
        using var again = await OpenIdStage.SignInAsync(browser, Cancelled);

        byPassword.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        setPassword.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        disabled.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.Headers.Location!.OriginalString.ShouldBe("/cockpit/?signIn=Disabled");
        (await browser.GetAsync("/api/admin/session", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_reader_who_comes_first_does_not_end_the_link_for_the_first_administrator()
    {
        await using var stage = await OpenIdStage.StartAsync(Cancelled);
        var code = await stage.Server.Services.GetRequiredService<FirstAdministrator>().CreateCodeAsync(Cancelled);
        using var browser = stage.Server.Browser();
        using var entered = await OpenIdStage.SignInAsync(browser, Cancelled);

        using var first = await stage.Server.Browser().PostAsJsonAsync(
            "/api/admin/session/first", new { code, name = "root", display = "Root", password = "correct horse battery" }, Cancelled);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_such_way()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = server.Browser();

        (await browser.GetStringAsync("/api/admin/session/ways", Cancelled)).ShouldBe("{\"ways\":[]}");
        (await browser.GetAsync(OpenIdStage.Begin, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(OpenIdStage.Begin + "/callback?code=x&state=y", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonElement> SessionAsync(HttpClient browser) =>
        JsonElement.Parse(await browser.GetStringAsync("/api/admin/session", Cancelled));
}
