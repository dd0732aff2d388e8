namespace Spark.Benchmarks.Storage;

/// <summary>What a run has cost.</summary>
internal readonly record struct Figures(
    double TurnsPerSecond, double CpuMicroseconds, double KernelMicroseconds, double KilobytesAllocated, double KilobytesWritten, double Median, double Slow);
