namespace Spark.Tests;

/// <summary>What happens by itself, and is waited for. The limit only ends a test that has failed.</summary>
internal static class Condition
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until a condition holds.</summary>
    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    /// <summary>Waits until a condition holds.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!await condition())
        {
            await Task.Delay(Glance, limit.Token);
        }
    }
}
