namespace Spark.Runtime.Tests.Support;

/// <summary>A folder that goes away with the test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("spark-runtime-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
