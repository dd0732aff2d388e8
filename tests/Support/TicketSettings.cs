using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Spark.Tests;

/// <summary>Sets up tickets over a running host's admin API, as an administrator does: with the demo's own settings.</summary>
internal static class TicketSettings
{
    private const string DemoAddress = "http://127.0.0.1:5083";

    /// <param name="admin">A client of the admin API, with its token.</param>
    /// <param name="desk">Where the desk answers.</param>
    /// <param name="timeoutSeconds">How long an answer to the request that opens a ticket is waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task SetAsync(HttpClient admin, Uri desk, int timeoutSeconds, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(Repository.Path("environments", "demo-tickets.json"), cancellationToken);
        var demo = JsonNode.Parse(text.Replace(DemoAddress, desk.ToString().TrimEnd('/'), StringComparison.Ordinal))!;
        var credential = demo["credentials"]![0]!;
        credential["secrets"]!["password"] = ServiceNowSimulator.Password;
        await PutAsync(admin, "credentials/servicenow", credential, cancellationToken);
        foreach (var call in demo["apiCalls"]!.AsArray())
        {
            call!["timeoutSeconds"] = timeoutSeconds;
            await PutAsync(admin, $"api-calls/{call["name"]}", new JsonObject { ["apiCall"] = call.DeepClone() }, cancellationToken);
        }

        await PutAsync(admin, "escalation", new JsonObject { ["settings"] = demo["escalation"]!.DeepClone() }, cancellationToken);
    }

    public static async Task<JsonNode> PutAsync(HttpClient admin, string path, JsonNode body, CancellationToken cancellationToken)
    {
        using var answer = await admin.PutAsJsonAsync(new Uri($"/api/admin/{path}", UriKind.Relative), body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
