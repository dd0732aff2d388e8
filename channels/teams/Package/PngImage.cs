using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Spark.Channels.Teams.Package;

/// <summary>Writes a square picture as PNG, eight bits a channel with transparency.</summary>
internal static class PngImage
{
    private const int Channels = 4;
    private const uint Polynomial = 0xEDB88320;

    /// <summary>Writes the picture.</summary>
    /// <param name="size">Its width and height in pixels.</param>
    /// <param name="colour">The colour of each pixel: red, green, blue and opacity, the red in the highest byte.</param>
    public static byte[] Write(int size, Func<int, int, uint> colour)
    {
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        header[8] = 8;
        header[9] = 6;
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Pixels(size, colour));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Pixels(int size, Func<int, int, uint> colour)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            // Each line begins with its filter: none.
            var line = new byte[1 + (size * Channels)];
            for (var y = 0; y < size; y++)
            {
                for (var x = 0; x < size; x++)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(line.AsSpan(1 + (x * Channels)), colour(x, y));
                }

                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }

        return ~crc;
    }
}
