using Spark.Runtime.Health;

namespace Spark.Host.Tests.Support;

/// <summary>A probe that says what the test says.</summary>
internal sealed class ScriptedProbe(string name) : IReadinessProbe
{
    public string Name => name;

    public Func<CancellationToken, Task<string?>> OnCheck { get; set; } = _ => Task.FromResult<string?>(null);

    public int Asked { get; private set; }

    public async ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        Asked++;
        return await OnCheck(cancellationToken);
    }
}
