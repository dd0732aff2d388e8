namespace Spark.UnderTest.Hanging;

/// <summary>Waits for what never comes.</summary>
internal static class Never
{
    public static Task Task { get; } = new TaskCompletionSource().Task;

    public static void Return()
    {
        using var never = new ManualResetEventSlim();
        never.Wait();
    }
}
