using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
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

    private static async Task<IReadOnlyList<AuditRecord>> EntriesAsync(IServiceProvider services) =>
        await services.GetRequiredService<IAuditStore>().ListAsync(long.MaxValue, 100, Cancelled);

    private static Dictionary<string, string> Facts(AuditRecord entry) => JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Details!)!;
}
