using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Spark.Cockpit.Admin;

/// <summary>A save that was refused because somebody else has saved meanwhile, with all that is needed to bring both together.</summary>
/// <param name="Code">The stable code, explained in <c>docs/errors/</c>.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Now">What is there now, with its edition, as the address to read it answers; null when it is gone.</param>
/// <param name="Mine">What the request brought, where the one who asks cannot read it by itself; null elsewhere.</param>
internal sealed record SaveConflict(string Code, string Message, JsonElement? Now, JsonElement? Mine)
{
    /// <summary>The code of what administrators set.</summary>
    public const string OfSettings = "SPK14021";

    private const string Sentence = "Somebody else has changed it since you read it: read it again, and make your change on that.";

    /// <summary>Refuses a save, with what is there now and, where it is named, with what the request brought.</summary>
    public static IResult Answer<T>(T? now, JsonTypeInfo<T> type, T? mine = null, string code = OfSettings, string message = Sentence)
        where T : class =>
        Results.Json(
            new SaveConflict(code, message, Element(now, type), Element(mine, type)), AdminJson.Default.SaveConflict, statusCode: StatusCodes.Status409Conflict);

    private static JsonElement? Element<T>(T? value, JsonTypeInfo<T> type)
        where T : class =>
        value is null ? null : JsonSerializer.SerializeToElement(value, type);
}
