using Microsoft.Extensions.Options;
using Spark.Files;
using Spark.Messages;
using Spark.Runtime.Access;
using Spark.Runtime.Retention;
using Spark.Runtime.Stores;
using Spark.Runtime.Texts;

namespace Spark.Runtime.Files;

/// <summary>Keeps files for as long as events are kept, below an address of this host.</summary>
/// <param name="store">Where they lie.</param>
/// <param name="publicUrl">The address under which the outside reaches this host.</param>
/// <param name="retention">How long they are kept.</param>
/// <param name="time">The clock.</param>
public sealed class FileCabinet(IFileStore store, Uri publicUrl, IOptions<RetentionOptions> retention, TimeProvider time) : IFileCabinet
{
    /// <summary>The path below which files are fetched.</summary>
    public const string Path = "/files";

    /// <inheritdoc/>
    public async ValueTask<FilePart> KeepAsync(string name, string mediaType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var file = new KeptFile(AccessSecrets.New(), WellFormedText.Clean(name), WellFormedText.Clean(mediaType), content, now);
        try
        {
            await store.PutAsync(file, now - retention.Value.Events, cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            throw new PluginNotReadyException(away.Message, away);
        }

        return new(file.Name, file.MediaType, new Uri($"{publicUrl.ToString().TrimEnd('/')}{Path}/{file.Id}"));
    }
}
