namespace Spark.Storage.Tests.Support;

/// <summary>A folder that goes with the test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("spark-storage-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
