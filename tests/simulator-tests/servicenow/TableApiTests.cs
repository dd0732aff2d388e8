using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Spark.Simulators.ServiceNow.CommandLine;
using Spark.Simulators.ServiceNow.Hosting;
using Spark.Tests;

namespace Spark.Simulators.ServiceNow.Tests;

public sealed class TableApiTests : IAsyncLifetime
{
    private const string Incidents = "/api/now/v1/table/incident";

    private WebApplication app = null!;
    private HttpClient http = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = SimulatorApplication.Build(new SimulatorOptions { Urls = "http://127.0.0.1:0", User = "spark", Password = "pa:ss" }, TimeProvider.System);
        await app.StartAsync(Token);
        http = Client("spark", "pa:ss");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_posts_twice_has_two_incidents()
    {
        var first = await PostAsync(new JsonObject { ["short_description"] = "a", ["work_notes"] = "n" });
        var second = await PostAsync(new JsonObject { ["short_description"] = "a" });

        ((string?)first["number"], (string?)second["number"]).ShouldBe(("INC0010001", "INC0010002"));
        ((string?)first["work_notes"], (string?)first["state"], (string?)first["active"], (string?)first["caller_id"]).ShouldBe(("", "1", "true", ""));
        (await ResultAsync("/api/now/table/sys_journal_field")).AsArray().ShouldHaveSingleItem()!["value"]!.GetValue<string>().ShouldBe("n");
    }

    [Fact]
    public async Task Errors_have_the_platform_s_form()
    {
        using var nobody = Client("spark", "wrong");
        using var answer = await nobody.GetAsync(new Uri(Incidents, UriKind.Relative), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["status"]!.GetValue<string>().ShouldBe("failure");

        await http.PostAsJsonAsync(new Uri("/__sim/accounts", UriKind.Relative), new { user = "guest", password = "g", roles = new[] { "snc_internal" } }, Token);
        using var guest = Client("guest", "g");
        (await guest.GetAsync(new Uri(Incidents, UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await http.GetAsync(new Uri($"{Incidents}/nothing", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.PostAsync(new Uri(Incidents, UriKind.Relative), new StringContent("{"), Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await http.GetAsync(new Uri("/api/now/table/nothing", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Network", "VPN", HttpStatusCode.Created)]
    [InlineData("Network", "", HttpStatusCode.Created)]
    [InlineData("Network", "Battery", HttpStatusCode.Forbidden)]
    [InlineData("Nonsense", "", HttpStatusCode.Forbidden)]
    public async Task A_subcategory_is_one_of_its_category(string category, string sub, HttpStatusCode status)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Incidents, UriKind.Relative), new { category, subcategory = sub }, Token);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Names_become_references_only_when_they_are_asked_to()
    {
        var plain = await PostAsync(new JsonObject { ["assignment_group"] = "Network" });
        plain["assignment_group"]!["value"]!.GetValue<string>().ShouldBe("Network");

        var resolved = await PostAsync(new JsonObject { ["assignment_group"] = "Network", ["caller_id"] = "Nobody" }, "?sysparm_input_display_value=true&sysparm_display_value=true&sysparm_exclude_reference_link=true");
        ((string?)resolved["assignment_group"], (string?)resolved["caller_id"], (string?)resolved["state"]).ShouldBe(("Network", "", "New"));
    }

    [Fact]
    public async Task Lists_have_pages_queries_and_fields()
    {
        foreach (var number in Enumerable.Range(0, 5))
        {
            await PostAsync(new JsonObject { ["short_description"] = $"d{number}", ["correlation_id"] = $"spark-{number}" });
        }

        using var page = await http.GetAsync(new Uri($"{Incidents}?sysparm_limit=2&sysparm_offset=2&sysparm_fields=number&sysparm_query=ORDERBYDESCnumber", UriKind.Relative), Token);
        page.Headers.GetValues("X-Total-Count").ShouldBe(["5"]);
        page.Headers.GetValues("Link").Single().ShouldContain("sysparm_offset=4");
        JsonNode.Parse(await page.Content.ReadAsStringAsync(Token))!["result"]!.ToJsonString().ShouldBe("""[{"number":"INC0010003"},{"number":"INC0010002"}]""");
        (await ResultAsync($"{Incidents}?sysparm_query=correlation_id=spark-3^active=true")).AsArray().ShouldHaveSingleItem();
        (await ResultAsync($"{Incidents}?sysparm_query=correlation_id=spark-3^ORcorrelation_id=spark-4")).AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Faults_leave_behind_what_they_say()
    {
        foreach (var kind in new[] { "Drop", "FailAfter", "NoRecord", "Refuse" })
        {
            await http.PostAsJsonAsync(new Uri("/__sim/faults", UriKind.Relative), new { kind }, Token);
            try
            {
                using var answer = await http.PostAsJsonAsync(new Uri(Incidents, UriKind.Relative), new { short_description = kind }, Token);
            }
            catch (HttpRequestException)
            {
                kind.ShouldBe("Drop");
            }
        }

        await http.PostAsJsonAsync(new Uri("/__sim/faults", UriKind.Relative), new { kind = "Late", delaySeconds = 2 }, Token);
        using var impatient = new CancellationTokenSource();
        var late = http.PostAsJsonAsync(new Uri(Incidents, UriKind.Relative), new { short_description = "Late" }, impatient.Token);
        await Condition.HoldsAsync(async () => JsonNode.Parse(await http.GetStringAsync(new Uri("/__sim/faults", UriKind.Relative), Token))!.AsArray().Count == 0);
        await impatient.CancelAsync();
        // Left, or cut off by the simulator if this machine stood still for the two seconds.
        (await Should.ThrowAsync<Exception>(() => late) is OperationCanceledException or HttpRequestException).ShouldBeTrue();
        await Condition.HoldsAsync(async () => (await ResultAsync(Incidents)).AsArray().Count == 4);

        (await ResultAsync(Incidents)).AsArray().Select(incident => (string?)incident!["short_description"]).ShouldBe(["Drop", "FailAfter", "NoRecord", "Late"]);
    }

    [Fact]
    public async Task Rates_are_limited_and_files_kept()
    {
        var incident = await PostAsync([]);
        using var file = new StringContent("hello", Encoding.UTF8, "text/plain");
        using var stored = await http.PostAsync(new Uri($"/api/now/attachment/file?table_name=incident&table_sys_id={incident["sys_id"]}&file_name=a.txt", UriKind.Relative), file, Token);
        var record = JsonNode.Parse(await stored.Content.ReadAsStringAsync(Token))!["result"]!;
        (await http.GetStringAsync(new Uri($"/api/now/attachment/{record["sys_id"]}/file", UriKind.Relative), Token)).ShouldBe("hello");

        await http.PostAsync(new Uri("/__sim/rate-limit?perHour=1", UriKind.Relative), null, Token);
        await http.GetAsync(new Uri(Incidents, UriKind.Relative), Token);
        using var limited = await http.GetAsync(new Uri(Incidents, UriKind.Relative), Token);
        limited.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        limited.Headers.RetryAfter!.Delta.ShouldNotBeNull();
    }

    private HttpClient Client(string user, string password)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        return client;
    }

    private async Task<JsonNode> PostAsync(JsonObject body, string query = "")
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Incidents + query, UriKind.Relative), body, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["result"]!;
    }

    private async Task<JsonNode> ResultAsync(string path) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), Token))!["result"]!;
}
