namespace Spark.Simulators.ServiceNow.Control;

/// <summary>A file of an incident.</summary>
internal sealed record AttachmentView(string SysId, string Name, string Size);
