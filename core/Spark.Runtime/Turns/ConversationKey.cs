using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spark.Runtime.Turns;

/// <summary>
/// Names a conversation in the store: sixteen bytes made from the channel instance and the channel's own id, so that an id of any
/// length costs the same in every table.
/// </summary>
/// <param name="High">The first eight bytes, big-endian.</param>
/// <param name="Low">The last eight bytes, big-endian.</param>
public readonly record struct ConversationKey(ulong High, ulong Low) : IComparable<ConversationKey>
{
    /// <summary>How many bytes a key has.</summary>
    public const int Size = 16;

    private const int MostOnStack = 256;

    public static bool operator <(ConversationKey left, ConversationKey right) => left.CompareTo(right) < 0;

    public static bool operator <=(ConversationKey left, ConversationKey right) => left.CompareTo(right) <= 0;

    public static bool operator >(ConversationKey left, ConversationKey right) => left.CompareTo(right) > 0;

    public static bool operator >=(ConversationKey left, ConversationKey right) => left.CompareTo(right) >= 0;

    /// <summary>The key of a channel's conversation.</summary>
    /// <param name="instance">The id of the channel instance.</param>
    /// <param name="externalId">The conversation, as the channel names it.</param>
    public static ConversationKey Of(string instance, string externalId)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(externalId);

        // The length in front keeps ("a", "bc") and ("ab", "c") apart.
        var length = Encoding.UTF8.GetByteCount(instance);
        var size = sizeof(int) + length + Encoding.UTF8.GetByteCount(externalId);
        var bytes = size <= MostOnStack ? stackalloc byte[size] : new byte[size];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        Encoding.UTF8.GetBytes(instance, bytes[sizeof(int)..]);
        Encoding.UTF8.GetBytes(externalId, bytes[(sizeof(int) + length)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return FromBytes(hash[..Size]);
    }

    /// <summary>Reads a key as <see cref="ToString"/> writes it. False when it is none.</summary>
    /// <param name="text">Thirty-two hexadecimal digits.</param>
    /// <param name="key">The key.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ConversationKey key)
    {
        const int Half = Size;
        key = default;
        if (text.Length != 2 * Half
            || !ulong.TryParse(text[..Half], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
            || !ulong.TryParse(text[Half..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low))
        {
            return false;
        }

        key = new(high, low);
        return true;
    }

    /// <summary>Reads a key from its bytes.</summary>
    /// <param name="bytes">Sixteen bytes.</param>
    public static ConversationKey FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size, nameof(bytes));
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    /// <summary>The sixteen bytes; they sort as keys do.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Low);
        return bytes;
    }

    /// <inheritdoc/>
    public int CompareTo(ConversationKey other) =>
        High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>Thirty-two hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");
}
