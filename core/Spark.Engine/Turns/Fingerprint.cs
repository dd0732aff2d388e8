using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>A short number for a text, the same on any machine (FNV-1a): enough to see that two texts are one.</summary>
internal static class Fingerprint
{
    private const uint Offset = 2_166_136_261;
    private const uint Prime = 16_777_619;

    /// <summary>The fingerprint of the texts of a message; 0 when it has none.</summary>
    public static uint Of(IReadOnlyList<MessagePart> parts)
    {
        var hash = Offset;
        var isEmpty = true;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not TextPart part)
            {
                continue;
            }

            foreach (var letter in part.Text.AsSpan().Trim())
            {
                hash = (hash ^ letter) * Prime;
                isEmpty = false;
            }

            hash = (hash ^ '\n') * Prime;
        }

        return isEmpty ? 0 : hash;
    }
}
