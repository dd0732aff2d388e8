using System.Globalization;
using Spark.Channels;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>
/// Reads where somebody is: a place that was sent, coordinates that were written, or else what was written as an address. Nothing looks
/// an address up: that is an action's business.
/// </summary>
internal static class Places
{
    public static Value Read(MessageReceived message, string text)
    {
        if (message.Parts.OfType<LocationPart>().FirstOrDefault() is { } sent)
        {
            return Place(sent.Latitude, sent.Longitude, sent.Name, sent.Address);
        }

        return ReadCoordinates(text) is { } place ? Place(place.Latitude, place.Longitude, name: null, address: null)
            : text.Any(char.IsLetter) ? Value.Object([new("address", Value.From(text))])
            : Value.Undefined;
    }

    private static Value Place(double latitude, double longitude, string? name, string? address)
    {
        List<KeyValuePair<string, Value>> fields = [new("latitude", Value.From(latitude)), new("longitude", Value.From(longitude))];
        if (name is not null)
        {
            fields.Add(new("name", Value.From(name)));
        }

        if (address is not null)
        {
            fields.Add(new("address", Value.From(address)));
        }

        return Value.Object(fields);
    }

    private static (double Latitude, double Longitude)? ReadCoordinates(string text)
    {
        var parts = text.Split(',', 3, StringSplitOptions.TrimEntries);
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return parts.Length == 2
            && double.TryParse(parts[0], Styles, CultureInfo.InvariantCulture, out var latitude) && Math.Abs(latitude) <= 90
            && double.TryParse(parts[1], Styles, CultureInfo.InvariantCulture, out var longitude) && Math.Abs(longitude) <= 180
            ? (latitude, longitude)
            : null;
    }
}
