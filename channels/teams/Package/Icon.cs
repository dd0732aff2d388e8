namespace Spark.Channels.Teams.Package;

/// <summary>Draws the app's two icons: a speech bubble, in colour and as an outline. Replace them in the package by your own.</summary>
internal static class Icon
{
    private const uint Purple = 0x5B5FC7FF;
    private const uint White = 0xFFFFFFFF;
    private const uint Nothing = 0;

    /// <summary>192 by 192 pixels, in colour on a full square.</summary>
    public static byte[] Colour() => PngImage.Write(192, (x, y) => IsBubble(x / 192.0, y / 192.0, 0) ? White : Purple);

    /// <summary>32 by 32 pixels, white on nothing.</summary>
    public static byte[] Outline() => PngImage.Write(32, (x, y) =>
        IsBubble((x + 0.5) / 32, (y + 0.5) / 32, 0) && !IsBubble((x + 0.5) / 32, (y + 0.5) / 32, 0.08) ? White : Nothing);

    // A box with a tail at its lower left, as shares of the side; made smaller all round by the margin.
    private static bool IsBubble(double x, double y, double margin)
    {
        var isBox = x >= 0.2 + margin && x <= 0.8 - margin && y >= 0.22 + margin && y <= 0.64 - margin;
        var isTail = x >= 0.3 + margin && y >= 0.6 - margin && y <= 0.8 - (2 * margin) && x <= 0.3 + (0.8 - y) - margin;
        return isBox || isTail;
    }
}
