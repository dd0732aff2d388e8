using System.Net.Http.Json;
using Spark.Actions;

namespace Spark.TestPlugins.Deed;

/// <summary>Has something done elsewhere, and waits until it is.</summary>
/// <remarks>
/// It goes out by a client of its own: nobody can allow an action private addresses, and the far side of a test has no other.
/// </remarks>
internal sealed class DeedAction(Uri publicUrl) : IAction<DeedInput, DeedOutput>, IDisposable
{
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public async ValueTask<ActionResult<DeedOutput>> ExecuteAsync(
        DeedInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var order = new DeedOrder { Key = context.EffectId, Text = input.Deed, Attempt = context.Attempt };
        using var response = await http.PostAsJsonAsync(
            input.Url ?? new Uri(publicUrl, "/deeds"), order, DeedJson.Default.DeedOrder, cancellationToken);
        return response.IsSuccessStatusCode
            ? ActionResult.Ok(new DeedOutput { Status = (int)response.StatusCode })
            : ActionResult.Failed<DeedOutput>($"The far side answered {(int)response.StatusCode}.");
    }

    public void Dispose() => http.Dispose();
}
