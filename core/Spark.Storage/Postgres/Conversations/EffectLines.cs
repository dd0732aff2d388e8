using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>The effects of a turn as they are stored with its event: a line of JSON each, in the order of their positions.</summary>
internal static class EffectLines
{
    private const byte NewLine = (byte)'\n';

    public static byte[]? Write(IReadOnlyList<OutboxEntry> entries)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var lines = entries.Select(entry => ConversationJson.Write(entry.Effect)).ToList();
        if (lines.Count == 1)
        {
            return lines[0];
        }

        var bytes = new byte[lines.Sum(line => line.Length) + lines.Count - 1];
        var end = 0;
        foreach (var line in lines)
        {
            line.CopyTo(bytes, end);
            end += line.Length;
            if (end < bytes.Length)
            {
                bytes[end++] = NewLine;
            }
        }

        return bytes;
    }

    public static Effect Read(byte[] lines, int position)
    {
        var rest = lines.AsSpan();
        for (; position > 0; position--)
        {
            rest = rest[(rest.IndexOf(NewLine) + 1)..];
        }

        var end = rest.IndexOf(NewLine);
        return ConversationJson.ReadEffect(end < 0 ? rest : rest[..end]);
    }
}
