using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Spark.Files;
using Spark.Runtime.Access;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Files;

/// <summary>Keeps the files of one channel instance's conversations, and gives links to them below an address of this host.</summary>
public sealed class FileCabinet : IFileCabinet
{
    private readonly string instance;
    private readonly Uri publicUrl;
    private readonly IFileStore store;
    private readonly FileRoom room;
    private readonly FileLinks links;
    private readonly KeptFileOptions options;
    private readonly TimeProvider time;

    /// <summary>A cabinet.</summary>
    /// <param name="instance">The channel instance that it is lent to.</param>
    /// <param name="publicUrl">The address under which the outside reaches this host.</param>
    /// <param name="store">Where files lie.</param>
    /// <param name="room">How much room there is.</param>
    /// <param name="links">Signs the links.</param>
    /// <param name="options">What files may take.</param>
    /// <param name="time">The clock.</param>
    public FileCabinet(string instance, Uri publicUrl, IFileStore store, FileRoom room, FileLinks links, IOptions<KeptFileOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.instance = instance;
        this.publicUrl = publicUrl;
        this.store = store;
        this.room = room;
        this.links = links;
        this.options = options.Value;
        this.time = time;
    }

    /// <inheritdoc/>
    public async ValueTask<FileReceipt> KeepAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var limit = Math.Min(file.MaxBytes, options.LargestFile);
        if (file.Content.IsEmpty)
        {
            return FileReceipt.Refused(FileRefusal.Empty, "The file is empty.");
        }

        if (file.Content.Length > limit)
        {
            return FileReceipt.Refused(
                FileRefusal.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The file has {file.Content.Length} bytes; {limit} are taken."));
        }

        var mediaType = MediaSniffer.Read(file.Content.Span, file.MediaType, file.Name);
        if (!MediaKinds.Fits(mediaType, file.Accept))
        {
            return FileReceipt.Refused(FileRefusal.WrongType, $"By its content the file is of type {mediaType}, which is not taken.");
        }

        try
        {
            return await KeepAsync(file, mediaType, cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            throw new PluginNotReadyException(away.Message, away);
        }
    }

    private async ValueTask<FileReceipt> KeepAsync(IncomingFile file, string mediaType, CancellationToken cancellationToken)
    {
        var conversation = ConversationKey.Of(file.ChannelInstance ?? instance, file.ConversationId);
        var kept = new KeptFile(
            IdOf(conversation, file), conversation, FileNames.Clean(file.Name, mediaType), mediaType, file.Content.Length, time.GetUtcNow());

        // What is there already takes no room once more.
        if (file.Key is null || await store.FindAsync(kept.Id, cancellationToken) is null)
        {
            if (await room.RefuseAsync(kept, cancellationToken) is { } refused)
            {
                return refused;
            }

            await store.PutAsync(kept, file.Content, cancellationToken);
        }

        var address = (await links.OpenAsync(cancellationToken)).Link(publicUrl, kept.Id);
        return FileReceipt.Kept(new(kept.Name, kept.MediaType, address) { Size = kept.Size, Kept = kept.Id });
    }

    private static string IdOf(ConversationKey conversation, IncomingFile file) => file.Key is { } key
        ? Base64Url.EncodeToString(SHA256.HashData([
            .. conversation.ToBytes(), .. SHA256.HashData(Encoding.UTF8.GetBytes(key)), .. SHA256.HashData(file.Content.Span)]))
        : AccessSecrets.New();
}
