namespace Spark.TestPlugins.Bad;

/// <summary>What plugins must not do, by name.</summary>
internal static class Misbehaviour
{
    /// <summary>Does what the name says: <c>hang</c>, <c>block</c>, <c>late</c>, <c>throw</c>, <c>crash</c>; nothing for any other name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Ends when the time is over; only <c>late</c> minds it, by returning soon after.</param>
    public static async Task CommitAsync(string name, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "hang":
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case "block":
                using (var never = new ManualResetEventSlim())
                {
                    never.Wait(CancellationToken.None);
                }

                break;
            case "late":
                await AfterAsync(cancellationToken);
                await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
                break;
            case "throw":
                throw new InvalidOperationException("It was asked to throw.");
            case "crash":
                Environment.FailFast("It was asked to end the process.");
                break;
        }
    }

    private static async Task AfterAsync(CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => over.TrySetResult());
        await over.Task;
    }
}
