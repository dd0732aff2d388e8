using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Settings;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Access;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Audit;

public sealed class AuditTests
{
    private const string NewPassword = "a staple that nobody knows";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_noted_with_who_made_it_and_without_its_secrets()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var browser = await server.SignInAsync(Role.Administrator, Cancelled);

        (await browser.PutAsJsonAsync("/api/admin/accounts/Ada", new { display = "Ada", role = "Reader", password = NewPassword }, Cancelled)).EnsureSuccessStatusCode();

        var entries = await EntriesAsync(server.Services);
        var made = entries[0];
        (made.Actor, made.What, made.Subject).ShouldBe(("account:administrator", "account.set", "ada"));
        Facts(made).ShouldBe(new Dictionary<string, string> { ["password"] = "set", ["role"] = "Reader" }, ignoreOrder: true);
        (entries[1].Actor, entries[1].What).ShouldBe(("account:administrator", "session.opened"));
        JsonSerializer.Serialize(entries).ShouldNotContain(NewPassword);
    }

    [Fact]
    public async Task A_command_is_noted_by_its_token_and_a_refusal_not_at_all()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var command = await server.CommandAsync(Cancelled);
        using var reader = await server.SignInAsync(Role.Reader, Cancelled);

        (await reader.DeleteAsync(new Uri("/api/admin/accounts/reader", UriKind.Relative), Cancelled)).IsSuccessStatusCode.ShouldBeFalse("readers may not");
        (await command.DeleteAsync(new Uri("/api/admin/accounts/nobody", UriKind.Relative), Cancelled)).IsSuccessStatusCode.ShouldBeFalse("there is none");
        (await command.PostAsJsonAsync("/api/admin/api-clients", new { name = "Ask Me", permissions = new[] { "spark-api" } }, Cancelled)).EnsureSuccessStatusCode();

        var entries = await EntriesAsync(server.Services);
        entries.Select(entry => entry.What).ShouldBe(["api-client.created", "session.opened"]);
        (entries[0].Actor, Facts(entries[0])["name"]).ShouldBe(("admin", "Ask Me"));
        entries[0].Subject.ShouldStartWith("spark-");
    }

    [Fact]
    public async Task A_failed_sign_in_is_noted_without_what_was_typed_and_a_flood_of_them_fills_no_table()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var known = await server.SignInAsync(Role.Reader, Cancelled);
        using var browser = server.Browser();
        (await browser.PostAsJsonAsync("/api/admin/session", new { name = "reader", password = "typed wrongly" }, Cancelled)).IsSuccessStatusCode.ShouldBeFalse();
        (await browser.PostAsJsonAsync("/api/admin/session", new { name = NewPassword, password = "x" }, Cancelled)).IsSuccessStatusCode.ShouldBeFalse();

        var refused = (await EntriesAsync(server.Services)).Where(entry => entry.What == "session.refused").ToList();
        refused.Select(entry => entry.Subject).ShouldBe(["(no such account)", "reader"]);
        Facts(refused[1]).ShouldBe(new Dictionary<string, string> { ["address"] = "127.0.0.1", ["tries"] = "1", ["way"] = "password" }, ignoreOrder: true);
        JsonSerializer.Serialize(refused).ShouldNotContain(NewPassword);

        var audit = server.Services.GetRequiredService<SignInAudit>();
        for (var guess = 0; guess < 1_000; guess++)
        {
            await audit.RefusedAsync("reader", "password", "127.0.0.1", Cancelled);
            await audit.RefusedAsync(null, "password", $"10.0.0.{guess}", Cancelled);
        }

        var all = (await EntriesAsync(server.Services, 1_000)).Where(entry => entry.What == "session.refused").ToList();
        all.Count.ShouldBeLessThanOrEqualTo(SignInAudit.MostInWindow);
        all.Where(entry => entry.Subject == "reader").Select(entry => Facts(entry)["tries"]).ShouldContain("10");
    }

    [Fact]
    public async Task All_that_administrators_set_is_noted_and_none_of_its_secrets()
    {
        await using var server = await SettingsServer.StartAsync();
        await using var far = await FarSide.StartAsync();

        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));
        await server.PutAsync("api-calls/create", Samples.Create());
        await server.SendAsync(HttpMethod.Post, "api-call-test", new JsonObject { ["name"] = "create" });
        await server.SendAsync(HttpMethod.Post, "credentials/desk/test");
        await server.UploadAsync("category,sub_category\nNetwork,VPN\n"u8.ToArray());
        await server.UploadAsync("no,columns\n"u8.ToArray());
        await server.PutAsync("escalation", new JsonObject { ["settings"] = Escalation() });
        await server.SendAsync(HttpMethod.Post, "credential-keys/reseal");
        await server.SendAsync(HttpMethod.Delete, "credentials/desk");
        await server.SendAsync(HttpMethod.Post, "api-clients", new JsonObject { ["name"] = "Ask Me", ["permissions"] = new JsonArray("spark-api") });
        await server.SendAsync(HttpMethod.Post, "outbox/hold");

        var entries = (await EntriesAsync(server.Services)).Reverse().ToList();
        entries.Select(entry => $"{entry.What} {entry.Subject}".Trim()).ShouldBe(
        [
            "credential.set desk", "api-call.set create", "api-call.tried create", "credential.tested desk", "categories.replaced list.csv", "escalation.set",
            "credentials.resealed", $"api-client.created {entries[7].Subject}", "effects.held",
        ]);
        Facts(entries[0]).ShouldSatisfyAllConditions(
            facts => facts["secrets"].ShouldBe("password"), facts => facts["edition"].ShouldBe("1"), facts => facts["baseUrl"].ShouldBe(far.Url.ToString()));
        JsonSerializer.Serialize(entries).ShouldNotContain("the test");
    }

    private static JsonObject Escalation() => new()
    {
        ["apiCall"] = "create",
        ["parameters"] = new JsonArray([.. new[] { "a", "b", "c" }.Select(name => new JsonObject { ["name"] = name, ["source"] = "constant", ["value"] = "x" })]),
        ["fallback"] = new JsonObject { ["url"] = "https://portal.example/" },
    };

    private static async Task<IReadOnlyList<AuditRecord>> EntriesAsync(IServiceProvider services, int limit = 100) =>
        await services.GetRequiredService<IAuditStore>().ListAsync(AuditSearch.All, long.MaxValue, limit, Cancelled);

    private static Dictionary<string, string> Facts(AuditRecord entry) => JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Details!)!;
}
