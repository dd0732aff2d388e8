using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Storage.Sqlite.Outbox;

/// <summary>The effects of a turn, as the log has them: one JSON array, of which a single one can be read.</summary>
internal static class EffectArray
{
    /// <summary>Null when there are none.</summary>
    public static byte[]? Write(IReadOnlyList<OutboxEntry> entries) =>
        entries.Count == 0 ? null : ConversationJson.Write(entries.Select(entry => entry.Effect));

    public static Effect Read(ReadOnlySpan<byte> array, int position)
    {
        var reader = Open(array);
        for (var i = 0; i < position && reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            reader.Skip();
        }

        return Next(array, ref reader) ?? throw new JsonException("A stored effect is missing.");
    }

    public static List<Effect> ReadAll(ReadOnlySpan<byte> array)
    {
        var effects = new List<Effect>();
        if (array.IsEmpty)
        {
            return effects;
        }

        var reader = Open(array);
        while (Next(array, ref reader) is { } effect)
        {
            effects.Add(effect);
        }

        return effects;
    }

    private static Utf8JsonReader Open(ReadOnlySpan<byte> array)
    {
        var reader = new Utf8JsonReader(array);
        reader.Read();
        return reader;
    }

    private static Effect? Next(ReadOnlySpan<byte> array, ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            return null;
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return ConversationJson.ReadEffect(array[start..(int)reader.BytesConsumed]);
    }
}
