using System.Buffers;
using System.Text.Json;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>Makes Adaptive Cards of their templates, in the conversation's language.</summary>
internal static class Cards
{
    public static CardPart Render(Turn turn, ValueTemplate template)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Detachment.Detach(Fill(turn, template)).WriteTo(writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var card = document.RootElement.Clone();
        return new(card, CardText.Of(card));
    }

    private static Value Fill(Turn turn, ValueTemplate template) => template switch
    {
        KeyedTextTemplate keyed => Value.From(Speech.Render(turn, keyed.Text)),
        ObjectTemplate fields => Value.Object(
            [.. fields.Fields.Select(field => KeyValuePair.Create(field.Key, Fill(turn, field.Value))).Where(field => !field.Value.IsUndefined)]),
        ListTemplate items => Value.Array([.. items.Items.Select(item => Fill(turn, item)).Where(item => !item.IsUndefined)]),
        _ => template.Evaluate(turn.Scope(), turn.Options),
    };
}
