"""The demonstration packet: seven papers written for a fictional city, made into real .docx and .pdf files."""

from icabinet.demo.packet.writer import PacketPaper, write_packet

__all__ = ["PacketPaper", "write_packet"]
