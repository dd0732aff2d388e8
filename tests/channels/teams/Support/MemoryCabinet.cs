using Spark.Files;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>Keeps what it is given in memory.</summary>
internal sealed class MemoryCabinet : IFileCabinet
{
    public List<IncomingFile> Files { get; } = [];

    public ValueTask<FileReceipt> KeepAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        Files.Add(file);
        return ValueTask.FromResult(FileReceipt.Kept(
            new(file.Name, "text/plain", new($"https://spark.example/files/{Files.Count}")) { Size = file.Content.Length, Kept = $"f{Files.Count}" }));
    }
}
