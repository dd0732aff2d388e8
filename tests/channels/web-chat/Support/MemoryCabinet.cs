using Spark.Files;

namespace Spark.Channels.WebChat.Tests.Support;

/// <summary>Keeps what it is given in memory, or refuses it as a test says.</summary>
internal sealed class MemoryCabinet : IFileCabinet
{
    public List<IncomingFile> Files { get; } = [];

    public FileRefusal? Refuses { get; set; }

    public ValueTask<FileReceipt> KeepAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        if (Refuses is { } refusal)
        {
            return ValueTask.FromResult(FileReceipt.Refused(refusal, "No."));
        }

        Files.Add(file);
        return ValueTask.FromResult(FileReceipt.Kept(
            new(file.Name, file.MediaType, new($"https://spark.example/files/{Files.Count}")) { Size = file.Content.Length, Kept = $"f{Files.Count}" }));
    }
}
