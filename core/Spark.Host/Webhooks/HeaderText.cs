using System.Text;

namespace Spark.Host.Webhooks;

/// <summary>
/// How the bytes of header values are read: as UTF-8, and what is none of it as Latin-1. Clients in use send both (a user principal name
/// as raw Latin-1, say); the server alone would refuse the request.
/// </summary>
internal static class HeaderText
{
    public static Encoding Encoding { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new Latin1Fallback());

    private sealed class Latin1Fallback : DecoderFallback
    {
        // A sequence that breaks off has at most three bytes, each of which is one character.
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Latin1Buffer();
    }

    private sealed class Latin1Buffer : DecoderFallbackBuffer
    {
        private byte[] unknown = [];
        private int next;

        public override int Remaining => unknown.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            unknown = bytesUnknown;
            next = 0;
            return unknown.Length > 0;
        }

        public override char GetNextChar() => next < unknown.Length ? (char)unknown[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
            {
                return false;
            }

            next--;
            return true;
        }

        public override void Reset()
        {
            unknown = [];
            next = 0;
        }
    }
}
