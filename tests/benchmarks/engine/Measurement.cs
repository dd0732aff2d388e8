using System.Diagnostics;

namespace Spark.Benchmarks.Engine;

/// <summary>The median time and the allocation of one operation.</summary>
internal sealed record Measurement(double Microseconds, double Bytes)
{
    private const int Rounds = 51;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    public static Measurement Of(int operations, Action<int> run)
    {
        // Long enough for the second tier of the compiler, which works in the background.
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < WarmUp;)
        {
            run(operations);
        }

        var times = new List<double>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            run(operations);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / operations);
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(Rounds * operations);
        times.Sort();
        return new Measurement(times[Rounds / 2], bytes);
    }
}
