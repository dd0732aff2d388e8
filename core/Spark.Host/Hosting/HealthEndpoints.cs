using Spark.Runtime.Health;

namespace Spark.Host.Hosting;

/// <summary>What a balancer asks: is the process alive, and can it take requests.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live");
        app.MapGet("/health/ready", async (IEnumerable<IReadinessProbe> probes, CancellationToken cancellationToken) =>
        {
            var problems = new List<string>();
            foreach (var probe in probes)
            {
                if (await probe.CheckAsync(cancellationToken) is { } problem)
                {
                    problems.Add($"{probe.Name}: {problem}");
                }
            }

            return problems.Count == 0
                ? Results.Text("ready")
                : Results.Text(string.Join('\n', problems), statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }
}
