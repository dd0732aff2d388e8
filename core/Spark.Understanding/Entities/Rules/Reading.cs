using System.Runtime.InteropServices;

namespace Spark.Understanding.Entities.Rules;

/// <summary>What was read at a place, where it begins (a rule may leave out a lead-in such as "at") and the index behind it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Reading(object Value, int Start, int Next);
