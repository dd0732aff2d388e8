namespace Spark.Simulators.Sparkcentral.Control;

/// <summary>The control and inspect API. No part of the real product has it.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/__sim").AddEndpointFilter<ControlErrors>();
        control.MapContactControl();
        control.MapDeskControl();
        control.MapInspection();
        control.MapFaultControl();
        control.MapClockAndSettings();
    }
}
