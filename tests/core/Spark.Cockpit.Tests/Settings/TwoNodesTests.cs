using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Spark.ApiCalls;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Categories;
using Spark.Runtime.Escalation;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Settings;

/// <summary>Two nodes on one database: what is set at one is used by the other with its next call.</summary>
public sealed class TwoNodesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_at_one_is_used_by_the_other_at_once_on_sqlite() => await ChangeAndUseAsync(database: null);

    [Fact]
    public async Task A_change_at_one_is_used_by_the_other_at_once_on_postgresql()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.StartAsync(Cancelled);
        await ChangeAndUseAsync(cluster.ConnectionString("postgres"));
    }

    private static async Task ChangeAndUseAsync(string? database)
    {
        await using var one = await SettingsServer.StartAsync(beside: null, database);
        await using var other = await SettingsServer.StartAsync(one, database);
        await using var far = await FarSide.StartAsync();

        // Both know something before anything changes: a node that never looked again would go on with it.
        (await CallAsync(other)).Reason.ShouldNotBeNull().ShouldContain("create");
        await one.PutAsync("credentials/desk", Bearer(far.Url, "first"));
        await one.PutAsync("api-calls/create", Samples.Create());
        await CallAsync(other);
        (far.Last.Headers["Authorization"], far.Last.Target).ShouldBe(("Bearer first", "/api/now/v1/table/incident"));

        await one.PutAsync("credentials/desk", Bearer(far.Url, "second"));
        await CallAsync(other);
        far.Last.Headers["Authorization"].ShouldBe("Bearer second");

        await other.PutAsync("api-calls/create", Samples.Create(resource: "api/other"));
        await CallAsync(one);
        far.Last.Target.ShouldBe("/api/other");

        await one.UploadAsync("category,sub_category\nNetwork,VPN\n"u8.ToArray());
        (await other.Services.GetRequiredService<CategoryBook>().ReadAsync(Cancelled))!.Value.Rows.ShouldHaveSingleItem().SubCategory.ShouldBe("VPN");
        await one.UploadAsync("category,sub_category\nNetwork,Wi-Fi\n"u8.ToArray());
        (await other.Services.GetRequiredService<CategoryBook>().ReadAsync(Cancelled))!.Value.Rows.ShouldHaveSingleItem().SubCategory.ShouldBe("Wi-Fi");

        (await other.Services.GetRequiredService<EscalationBook>().ReadAsync(Cancelled)).ShouldBeNull();
        await one.PutAsync("escalation", Escalation("x"));
        await other.PutAsync("escalation", Escalation("y"));
        (await one.Services.GetRequiredService<EscalationBook>().ReadAsync(Cancelled))!.Value.Parameters[0].Value.ShouldBe("y");

        await one.PutAsync("api-calls/spare", Samples.Create());
        (await one.SendAsync(HttpMethod.Delete, "api-calls/spare")).Status.ShouldBe(204);
        (await other.SendAsync(HttpMethod.Get, "api-calls/spare")).Status.ShouldBe(404);
    }

    private static async Task<ApiCallResult> CallAsync(SettingsServer node) => await node.Services.GetRequiredService<IApiCalls>().RunAsync(
        new() { Name = "create", Parameters = JsonDocument.Parse("""{"a":"1","b":"2","c":"3"}""").RootElement }, Cancelled);

    private static JsonObject Bearer(Uri url, string token)
    {
        var credential = Samples.Credential(url);
        credential["credential"]!["authorization"] = new JsonObject { ["type"] = "bearer" };
        credential["secrets"] = new JsonObject { ["token"] = token };
        return credential;
    }

    private static JsonObject Escalation(string value) => new()
    {
        ["settings"] = new JsonObject
        {
            ["apiCall"] = "create",
            ["parameters"] = new JsonArray([.. new[] { "a", "b", "c" }.Select(name => new JsonObject { ["name"] = name, ["source"] = "constant", ["value"] = value })]),
            ["fallback"] = new JsonObject { ["url"] = "https://portal.example/" },
        },
    };
}
