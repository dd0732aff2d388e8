using System.Globalization;
using Microsoft.Extensions.Options;
using Spark.Files;

namespace Spark.Runtime.Files;

/// <summary>Tells whether there is room for one more file: in its conversation, and on the host.</summary>
public sealed class FileRoom(IFileStore store, IFileSpace space, IOptions<KeptFileOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private DateTimeOffset lookedAt = DateTimeOffset.MinValue;
    private long used;

    /// <summary>The refusal of a file that finds no room; null when it finds it, and then the room is taken.</summary>
    /// <exception cref="Stores.StoreUnavailableException">Trying again may help.</exception>
    public async ValueTask<FileReceipt?> RefuseAsync(KeptFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var limits = options.Value;
        var others = file.Conversation is { } conversation ? await store.ListAsync(conversation, cancellationToken) : [];
        if (others.Count >= limits.MostOfConversation || others.Sum(other => other.Size) + file.Size > limits.MostBytesOfConversation)
        {
            return FileReceipt.Refused(
                FileRefusal.TooMany,
                string.Create(CultureInfo.InvariantCulture, $"A conversation may have {limits.MostOfConversation} files with {limits.MostBytesOfConversation} bytes in all."));
        }

        await LookAsync(cancellationToken);
        lock (gate)
        {
            if (used + file.Size > limits.MostBytes)
            {
                return FileReceipt.Refused(FileRefusal.NoRoom, "This host has no room for more files now.");
            }

            used += file.Size;
            return null;
        }
    }

    private async ValueTask LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (now - lookedAt < LookAgainAfter)
            {
                return;
            }
        }

        var measured = await space.MeasureAsync(cancellationToken);
        lock (gate)
        {
            (used, lookedAt) = (measured, now);
        }
    }
}
