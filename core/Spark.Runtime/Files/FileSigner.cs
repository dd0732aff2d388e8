using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spark.Messages;

namespace Spark.Runtime.Files;

/// <summary>Signs a file's id with the time until which the link leads to it, and reads such links.</summary>
public sealed class FileSigner
{
    /// <summary>The path below which files are fetched.</summary>
    public const string Path = "/files";

    private readonly byte[] key;
    private readonly TimeSpan life;
    private readonly TimeProvider time;

    internal FileSigner(byte[] key, TimeSpan life, TimeProvider time)
    {
        this.key = key;
        this.life = life;
        this.time = time;
    }

    /// <summary>True when there is a file that the host keeps.</summary>
    public static bool HasKept(IReadOnlyList<MessagePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Any(part => part is FilePart { Kept: not null });
    }

    /// <summary>A link that leads to a file from now on.</summary>
    /// <param name="host">The address under which the outside reaches this host.</param>
    /// <param name="id">The file's id.</param>
    public Uri Link(Uri host, string id)
    {
        ArgumentNullException.ThrowIfNull(host);

        // Whole hours: a page that is read again and again shows the same address, and the browser has the file already.
        var until = ((time.GetUtcNow() + life).ToUnixTimeSeconds() / 3600 * 3600) + 3600;
        return new($"{host.GetLeftPart(UriPartial.Path).TrimEnd('/')}{Path}/{id}?until={until.ToString(CultureInfo.InvariantCulture)}&proof={Proof(id, until)}");
    }

    /// <summary>The same parts, with links to kept files that lead to them from now on.</summary>
    public IReadOnlyList<MessagePart> Renew(IReadOnlyList<MessagePart> parts) =>
        HasKept(parts) ? [.. parts.Select(part => part is FilePart { Kept: { } id } file ? file with { Address = Link(HostOf(file.Address), id) } : part)] : parts;

    /// <summary>Reads what a link says of itself.</summary>
    /// <param name="id">The file's id.</param>
    /// <param name="until">Until when it leads to the file, in seconds since 1970.</param>
    /// <param name="proof">The signature.</param>
    public LinkVerdict Read(string id, string? until, string? proof)
    {
        var isOurs = long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && proof is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(Proof(id, end)));
        return !isOurs ? LinkVerdict.Forged : time.GetUtcNow().ToUnixTimeSeconds() < end ? LinkVerdict.Valid : LinkVerdict.Expired;
    }

    // What stands before /files/ is where the file was kept, which may have a path of its own behind a proxy.
    private static Uri HostOf(Uri address)
    {
        var whole = address.GetLeftPart(UriPartial.Path);
        var end = whole.LastIndexOf(Path + "/", StringComparison.Ordinal);
        return new(end < 0 ? address.GetLeftPart(UriPartial.Authority) : whole[..end]);
    }

    private string Proof(string id, long until) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{until}\n{id}"))));
}
