using System.Text.Json.Serialization;

namespace Spark.Messages;

/// <summary>
/// A part of a message. The set is closed: a channel can show every part or degrade it by rule, and never drops one.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(TextPart), "text")]
[JsonDerivedType(typeof(ChoicesPart), "choices")]
[JsonDerivedType(typeof(CardPart), "card")]
[JsonDerivedType(typeof(FilePart), "file")]
[JsonDerivedType(typeof(EventPart), "event")]
[JsonDerivedType(typeof(ItemsPart), "items")]
[JsonDerivedType(typeof(LocationPart), "location")]
[JsonDerivedType(typeof(TypingPart), "typing")]
[JsonDerivedType(typeof(HiddenPart), "hidden")]
public abstract record MessagePart
{
    private protected MessagePart()
    {
    }
}
