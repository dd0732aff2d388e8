using System.Runtime.InteropServices;

namespace Spark.Understanding.Values;

/// <summary>What stands at a place in a text, and the index behind it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Reading<T>(T Value, int Next);
