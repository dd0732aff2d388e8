using System.Net.Http.Json;
using System.Text.Json;

namespace Spark.Browser.Tests.Support;

/// <summary>A person in the web chat.</summary>
internal sealed class CockpitVisitor(HttpClient http, string token, string conversation, string person)
{
    // Ends only a test that has failed.
    private const int MostLooks = 600;

    private string Activities => $"/channels/web/v3/directline/conversations/{conversation}/activities";

    public async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Activities)
        {
            Content = JsonContent.Create(new { type = "message", from = new { id = person, name = person }, text }),
        };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until the person reads something, and gives all that they read.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string awaited, CancellationToken cancellationToken)
    {
        List<string> read = [];
        for (var look = 0; look < MostLooks; look++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Activities);
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await http.SendAsync(request, cancellationToken);
            read = [.. JsonElement.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).GetProperty("activities").EnumerateArray()
                .Where(activity => activity.GetProperty("from").GetProperty("id").GetString() != person && activity.TryGetProperty("text", out _))
                .Select(activity => activity.GetProperty("text").GetString()!)];
            if (read.Exists(text => text.Contains(awaited, StringComparison.Ordinal)))
            {
                return read;
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new InvalidOperationException($"The person never read '{awaited}', but: {string.Join(" | ", read)}");
    }
}
